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
		if (user < 0 && rest.indexOf('@') >= 0 && server < 0) {
			return new Database(system, null, null, 0);
		}
		if (user < 0 && server < 0) {
			String local = SUBPROTOCOLS.matcher(location).replaceFirst("");
			return new Database(system, (name != null) ? name : present(local), null, 0);
		}
		return at(system, location.substring((user < 0) ? server : user + 1), name);
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
