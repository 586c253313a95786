// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.database;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads the URLs of JDBC drivers, each of which has a form of its own. Users, passwords
 * and parameters stay behind, and where it is not sure what is what, all does.
 */
final class DatabaseUrl {

	private static final String PREFIX = "jdbc:";

	/** Such as {@code mem:} and {@code thin:}. */
	private static final Pattern SUBPROTOCOLS = Pattern.compile("^(?:[a-z0-9+]+:)+(?!//)", Pattern.CASE_INSENSITIVE);

	private static final Pattern PARAMETERS = Pattern.compile("[;?].*$", Pattern.DOTALL);

	/** DB2 has a colon before its parameters. */
	private static final Pattern ASSIGNMENTS = Pattern.compile(":\\w+=.*$", Pattern.DOTALL);

	private static final Pattern NAME_PARAMETER = Pattern.compile(";\\s*database(?:name)?\\s*=\\s*([^;]+)",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern LOCATION = Pattern.compile(
			"(?<host>\\[[^]]*]|[^/:,\\\\()]+)(?:\\\\[^/:,]*)?(?::(?<port>\\d{1,5}))?(?:,[^/]*)?(?:[/:](?<name>.*))?");

	private DatabaseUrl() {
	}

	static Database read(@Nullable String url) {
		int end = (url != null && url.startsWith(PREFIX)) ? url.indexOf(':', PREFIX.length()) : -1;
		if (url == null || end < 0) {
			return Database.UNKNOWN;
		}
		DatabaseSystem system = DatabaseSystem.of(url.substring(PREFIX.length(), end).toLowerCase(Locale.ROOT));
		String rest = url.substring(end + 1);
		Matcher name = NAME_PARAMETER.matcher(rest);
		return read(system, rest, PARAMETERS.matcher(rest).replaceFirst(""), name.find() ? name.group(1) : null);
	}

	private static Database read(DatabaseSystem system, String rest, String location, @Nullable String name) {
		int user = location.lastIndexOf('@');
		int server = location.indexOf("//");
		if (isCutInsideUser(system, rest, location) || isUserUnsure(location)) {
			return new Database(system, null, null, 0);
		}
		if (user < 0 && server < 0) {
			String local = SUBPROTOCOLS.matcher(ASSIGNMENTS.matcher(location).replaceFirst("")).replaceFirst("");
			return new Database(system, (name != null) ? name : present(local), null, 0);
		}
		return at(system, ASSIGNMENTS.matcher(location.substring((user < 0) ? server : user + 1)).replaceFirst(""),
				name);
	}

	/** Whether what looks like the beginning of parameters may be part of a password. */
	private static boolean isCutInsideUser(DatabaseSystem system, String rest, String location) {
		int server = location.indexOf("//");
		if (rest.indexOf('@', location.length()) < 0) {
			return false;
		}
		if (server < 0) {
			return true;
		}
		boolean hasUser = system.dialect() != SqlDialect.SQL_SERVER;
		return hasUser && (rest.charAt(location.length()) == ';' || location.indexOf('/', server + 2) < 0);
	}

	/** Whether what looks like the end of a user may be part of a path or a parameter. */
	private static boolean isUserUnsure(String location) {
		int user = location.lastIndexOf('@');
		int server = location.indexOf("//");
		if (server < 0) {
			return user >= 0 && ASSIGNMENTS.matcher(location.substring(0, user)).find();
		}
		int path = location.indexOf('/', server + 2);
		return path >= 0 && path < user;
	}

	private static Database at(DatabaseSystem system, String location, @Nullable String name) {
		Matcher matcher = LOCATION.matcher(location.startsWith("//") ? location.substring(2) : location);
		if (!matcher.matches()) {
			return new Database(system, name, null, 0);
		}
		String port = matcher.group("port");
		return new Database(system, (name != null) ? name : present(matcher.group("name")), matcher.group("host"),
				(port != null) ? Integer.parseInt(port) : 0);
	}

	private static @Nullable String present(@Nullable String text) {
		return (text == null || text.isEmpty()) ? null : text;
	}

}
