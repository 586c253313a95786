// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.Collection;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Paths that stay quiet: neither traced, counted nor logged.
 *
 * @since 1.0.0
 */
public final class ExcludedPaths {

	private final Supplier<? extends Collection<String>> source;

	private volatile String @Nullable [] paths;

	/**
	 * Create a set of paths.
	 * @param paths returns the paths, below the context path; each stands for itself and
	 * for all below it, and {@code /} for all there are. Asked once, when the first
	 * request is there.
	 */
	public ExcludedPaths(Supplier<? extends Collection<String>> paths) {
		this.source = paths;
	}

	boolean contains(ServerRequest request) {
		return contains(request.path(), request.contextPath().length());
	}

	/**
	 * Return whether a path is excluded.
	 * @param path the path of a request, as the caller sent it
	 * @param contextPathLength length of the context path that it begins with
	 * @return {@code true} if it is one of the paths, or below one, and cannot be the way
	 * to another
	 */
	public boolean contains(String path, int contextPathLength) {
		for (String excluded : paths()) {
			if (path.startsWith(excluded, contextPathLength)
					&& isSegmentEnd(path, contextPathLength + excluded.length())) {
				return excluded.isEmpty() || !leadsElsewhere(path);
			}
		}
		return false;
	}

	/**
	 * Where not all is excluded. Servers resolve dot segments and decode before they look
	 * for a handler.
	 */
	private static boolean leadsElsewhere(String path) {
		return path.contains("/.") || path.contains("//") || path.indexOf('%') >= 0 || path.indexOf('\\') >= 0;
	}

	private String[] paths() {
		String[] known = this.paths;
		if (known == null) {
			known = this.source.get()
				.stream()
				.map(ExcludedPaths::withoutTrailingSlash)
				.distinct()
				.toArray(String[]::new);
			this.paths = known;
		}
		return known;
	}

	private static boolean isSegmentEnd(String path, int index) {
		return index == path.length() || path.charAt(index) == '/' || path.charAt(index) == ';';
	}

	private static String withoutTrailingSlash(String path) {
		return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
	}

}
