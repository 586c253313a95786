// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.masking;

import java.util.List;
import java.util.function.Function;

import com.starmates.telemetry.masking.Masker;
import com.starmates.telemetry.masking.MaskingRules;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;

/**
 * Settings for what is never written down.
 *
 * @param enabled Whether to mask secrets in log lines and spans.
 * @param keys Further names whose values are secrets, also as part of longer names, in
 * any case and with any separators.
 * @param exemptKeys Names whose values are no secrets, though they look as if they were.
 * @param tokenPrefixes Further beginnings of secrets, each followed by eight letters,
 * digits, dashes or underscores, or more.
 */
@ConfigurationProperties("telemetry.masking")
record MaskingProperties(@DefaultValue("true") boolean enabled, @DefaultValue List<String> keys,
		@DefaultValue List<String> exemptKeys, @DefaultValue List<String> tokenPrefixes) {

	MaskingProperties {
		check("keys", keys, (key) -> new MaskingRules(List.of(key), List.of(), List.of()));
		check("exempt-keys", exemptKeys, (key) -> new MaskingRules(List.of(), List.of(key), List.of()));
		check("token-prefixes", tokenPrefixes, (prefix) -> new MaskingRules(List.of(), List.of(), List.of(prefix)));
	}

	private static void check(String property, List<String> values, Function<String, MaskingRules> rules) {
		for (String value : values) {
			try {
				rules.apply(value);
			}
			catch (IllegalArgumentException ex) {
				throw new InvalidConfigurationPropertyValueException("telemetry.masking." + property, value,
						String.valueOf(ex.getMessage()));
			}
		}
	}

	/**
	 * Read the settings while there are no beans yet. Where one is wrong, all that is
	 * always masked is masked: the auto-configuration reports it, with an analysis.
	 */
	static MaskingProperties of(Environment environment) {
		try {
			return Binder.get(environment).bindOrCreate("telemetry.masking", MaskingProperties.class);
		}
		catch (BindException ex) {
			return new Binder().bindOrCreate("telemetry.masking", MaskingProperties.class);
		}
	}

	Masker masker() {
		return this.enabled ? Masker.of(new MaskingRules(this.keys, this.exemptKeys, this.tokenPrefixes))
				: Masker.none();
	}

}
