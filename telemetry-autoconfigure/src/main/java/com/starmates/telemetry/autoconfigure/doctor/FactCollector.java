// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.doctor;

import java.util.List;

import com.starmates.telemetry.autoconfigure.TelemetrySwitch;
import com.starmates.telemetry.doctor.Facts;
import com.starmates.telemetry.doctor.OtelVariables;
import com.starmates.telemetry.export.Signal;
import com.starmates.telemetry.masking.Masker;
import com.starmates.telemetry.resource.ServiceIdentity;
import com.starmates.telemetry.tracking.JavaAgent;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.ClassUtils;

/**
 * Gathers what beans, the environment and the class path tell.
 */
final class FactCollector {

	private static final String OTHER_STARTER = "io.opentelemetry.instrumentation.spring.autoconfigure."
			+ "OpenTelemetryAutoConfiguration";

	private final ConfigurableApplicationContext context;

	private final FactSources sources;

	private final RoadFacts roads;

	FactCollector(ConfigurableApplicationContext context) {
		this.context = context;
		this.sources = new FactSources(context);
		this.roads = new RoadFacts(this.sources);
	}

	/**
	 * Gather the facts.
	 * @param probed whether to find out if somebody listens, which may take a second
	 */
	Facts collect(boolean probed) {
		ConfigurableEnvironment environment = this.context.getEnvironment();
		boolean agent = JavaAgent.isAttached();
		Facts.Sampling sampling = sampling(agent);
		List<Facts.Export> all = this.sources.exports().exports(probed);
		return new Facts(names(agent), agent, ClassUtils.isPresent(OTHER_STARTER, this.context.getClassLoader()),
				new Facts.Masking(TelemetrySwitch.isOn(environment, "masking"), Masker.replaced()), sampling, all,
				logs(all), meters(agent || sampling.ratio() > 0), variables(environment, agent),
				this.roads.unobservedClients(agent), this.roads.executorsLosingContext(agent));
	}

	private Facts.Sampling sampling(boolean agent) {
		SpanFacts of = this.sources.spans();
		return (of != null && !agent) ? of.sampling() : new Facts.Sampling(null, 0);
	}

	/** With the agent, spans have its resource, which nobody can ask for. */
	private Facts.Names names(boolean agent) {
		SpanFacts ofSpans = this.sources.spans();
		MeterFacts ofMeters = this.sources.meters();
		String service = ServiceIdentity.resolve(this.context.getEnvironment()::getProperty).service();
		return new Facts.Names((ofSpans != null && !agent) ? ofSpans.serviceName() : null, service,
				(ofMeters != null) ? ofMeters.serviceName() : null);
	}

	private Facts.Logs logs(List<Facts.Export> all) {
		LogFacts of = this.sources.logs();
		boolean exported = all.stream()
			.anyMatch((export) -> Signal.LOGS.toString().equals(export.signal()) && !"absent".equals(export.state()));
		return new Facts.Logs(exported, of != null && of.isAppended());
	}

	private Facts.Meters meters(boolean sampled) {
		MeterFacts of = this.sources.meters();
		return (of != null) ? of.meters(sampled) : new Facts.Meters(false, false, false, false, 0, 0, List.of());
	}

	/** Boot reads variables only where variables are; the agent reads far more. */
	private static Facts.Variables variables(ConfigurableEnvironment environment, boolean agent) {
		boolean mapped = environment.getProperty("management.opentelemetry.map-environment-variables", Boolean.class,
				true);
		PropertySource<?> set = environment.getPropertySources()
			.get(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
		List<String> names = (set instanceof EnumerablePropertySource<?> all) ? List.of(all.getPropertyNames())
				: List.of();
		Facts.Variables sorted = OtelVariables.sort(names, mapped);
		return agent ? new Facts.Variables(sorted.read(), List.of()) : sorted;
	}

}
