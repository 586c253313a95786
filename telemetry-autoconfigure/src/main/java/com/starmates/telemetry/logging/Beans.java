// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the properties of an application's records and beans, as Jackson does: what is
 * annotated not to be written is not. Objects of the platform and of frameworks are no
 * beans, for to ask them may have effects and lead far.
 */
final class Beans {

	/** A bean whose text is longer is written as its own text. */
	private static final int MAX_BYTES = 64 * 1024;

	private static final ClassValue<Boolean> APPLICATIONS = new ClassValue<>() {

		@Override
		protected Boolean computeValue(Class<?> type) {
			return isApplications(type);
		}

	};

	private Beans() {
	}

	/**
	 * Return the properties of a bean, {@code null} if it is none or they are too many.
	 */
	static @Nullable Map<?, ?> properties(Object value) {
		if (!APPLICATIONS.get(value.getClass())) {
			return null;
		}
		return read((bytes) -> Json.MAPPER.writeValue(bytes, value));
	}

	/** Return the members that something writes, {@code null} if it fails. */
	static @Nullable Map<?, ?> written(Consumer<JsonGenerator> members) {
		return read((bytes) -> {
			try (JsonGenerator generator = Json.MAPPER.createGenerator(bytes)) {
				generator.writeStartObject();
				members.accept(generator);
				generator.writeEndObject();
			}
		});
	}

	private static @Nullable Map<?, ?> read(Consumer<BoundedBytes> writer) {
		try (BoundedBytes bytes = new BoundedBytes(MAX_BYTES)) {
			writer.accept(bytes);
			return (Json.MAPPER.readValue(bytes.toByteArray(), Object.class) instanceof Map<?, ?> map && !map.isEmpty())
					? map : null;
		}
		catch (RuntimeException | LinkageError | StackOverflowError ex) {
			return null;
		}
	}

	private static boolean isApplications(Class<?> type) {
		String name = type.getName();
		return !type.isHidden() && !name.contains("$$") && !name.contains("Proxy$") && !name.contains("$Proxy")
				&& !isEntity(type) && !Throwable.class.isAssignableFrom(type) && ApplicationClasses.contain(name);
	}

	/** To ask an entity for its properties may ask its database. */
	private static boolean isEntity(Class<?> type) {
		return Arrays.stream(type.getAnnotations())
			.anyMatch((annotation) -> annotation.annotationType().getName().startsWith("jakarta.persistence."));
	}

	/** Made for the first bean: most applications log none. */
	private static final class Json {

		private static final JsonMapper MAPPER = JsonMapper
			.builder(JsonFactory.builder()
				.streamWriteConstraints(StreamWriteConstraints.builder().maxNestingDepth(32).build())
				.build())
			.disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
			.enable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
			.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
			.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
			.build();

	}

}
