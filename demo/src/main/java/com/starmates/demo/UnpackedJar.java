// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * A packaged service as Boot itself unpacks it for production: it starts in two thirds of
 * the time. It is unpacked anew only when the package has changed.
 */
final class UnpackedJar {

	private final Path packaged;

	private final Path directory;

	private final Path stamp;

	private UnpackedJar(Path packaged, Path directory) {
		this.packaged = packaged;
		this.directory = directory;
		this.stamp = directory.resolveSibling(directory.getFileName() + ".crc32");
	}

	/** Unpack a jar below a directory, and return what is to be run in its place. */
	static Path of(Path packaged, Path parent) {
		String name = String.valueOf(packaged.getFileName());
		UnpackedJar jar = new UnpackedJar(packaged, parent.resolve(name.replace(".jar", "")));
		try {
			jar.unpackIfChanged();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return jar.directory.resolve(name);
	}

	private void unpackIfChanged() throws IOException {
		String checksum = checksum();
		if (!Files.exists(this.stamp) || !Files.readString(this.stamp).equals(checksum)) {
			delete();
			unpack();
			Files.writeString(this.stamp, checksum);
		}
	}

	/** Time stamps say nothing: those of reproducible builds are all the same. */
	private String checksum() throws IOException {
		try (InputStream in = Files.newInputStream(this.packaged);
				CheckedInputStream checked = new CheckedInputStream(in, new CRC32())) {
			long size = checked.transferTo(OutputStream.nullOutputStream());
			return size + " " + checked.getChecksum().getValue();
		}
	}

	private void delete() throws IOException {
		Files.deleteIfExists(this.stamp);
		if (Files.exists(this.directory)) {
			try (Stream<Path> paths = Files.walk(this.directory)) {
				for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(path);
				}
			}
		}
	}

	private void unpack() throws IOException {
		Process process = new ProcessBuilder(ServiceCommand.JAVA, "-Djarmode=tools", "-jar", this.packaged.toString(),
				"extract", "--destination", this.directory.toString())
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.onExit().join().exitValue() != 0) {
			throw new DemoException("Cannot unpack " + this.packaged + ": " + output.strip());
		}
	}

}
