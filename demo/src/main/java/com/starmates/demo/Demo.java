// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Starts the services, shows one tracking id in every place, and stays for whoever wants
 * to try more.
 */
public final class Demo {

	/** Spans are seen at once, meters soon. */
	private static final Map<String, String> HURRY = Map.of("OTEL_BSP_SCHEDULE_DELAY", "100",
			"OTEL_METRIC_EXPORT_INTERVAL", "5000");

	private final DemoSettings settings;

	private final Console console;

	private volatile boolean interrupted;

	private Demo(DemoSettings settings, Console console) {
		this.settings = settings;
		this.console = console;
	}

	/**
	 * Run the demo. A status other than 0 ends Maven too, without its stack trace.
	 * @param args not used: settings are system properties
	 */
	public static void main(String[] args) {
		Console console = Console.ofProcess();
		int status = 1;
		try {
			status = new Demo(DemoSettings.of(System.getProperties()), console).run();
		}
		catch (DemoException | UncheckedIOException ex) {
			console.complain(String.valueOf(ex.getMessage()));
		}
		catch (IOException | InterruptedException ex) {
			console.complain("The demo cannot go on: " + ex);
		}
		if (status != 0) {
			System.exit(status);
		}
	}

	private int run() throws IOException, InterruptedException {
		this.settings.check();
		try (OtlpReceiver receiver = OtlpReceiver.start(this.settings.receiverPort());
				Services services = start(receiver)) {
			Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupt(services)));
			return run(services, receiver);
		}
		catch (DemoException ex) {
			if (this.interrupted) {
				return 0;
			}
			throw ex;
		}
	}

	private Services start(OtlpReceiver receiver) {
		Map<String, String> environment = new HashMap<>(HURRY);
		environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint());
		return Services.start(new ServiceCommand((service) -> service.unpackedJar(this.settings.home()),
				this.settings.ports(), environment));
	}

	private int run(Services services, OtlpReceiver receiver) throws InterruptedException {
		Http http = new Http(this.settings.ports());
		long start = System.nanoTime();
		services.awaitReady(http);
		services.warmUp(http);
		this.console
			.say("Three services are up after " + Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s.");
		Report report = new Report(this.console, this.settings.ports());
		Investigation investigation = new Investigation(services, http, receiver);
		for (Story story : Story.values()) {
			report.tell(investigation.of(story));
		}
		receiver.serve("/traces/", investigation::whatIsKnownOf);
		boolean right = report.conclude();
		if (!this.settings.once()) {
			report.invite(receiver);
			services.awaitAnyExit();
		}
		return right ? 0 : 1;
	}

	/** What Ctrl-C does. The receiver stays until the services have sent their last. */
	private void interrupt(Services services) {
		this.interrupted = true;
		services.close();
	}

}
