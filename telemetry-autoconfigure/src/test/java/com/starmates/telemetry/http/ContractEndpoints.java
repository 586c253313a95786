// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import com.starmates.telemetry.tracking.TrackingId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Endpoints of the contract, which Spring MVC and Spring WebFlux serve alike.
 */
@RestController
@RequestMapping("/contract")
class ContractEndpoints {

	@GetMapping("/ok")
	String ok() {
		return "ok";
	}

	@PostMapping("/created")
	ResponseEntity<Void> created() {
		return ResponseEntity.created(URI.create("/contract/ok")).build();
	}

	@DeleteMapping("/deleted/{id}")
	ResponseEntity<Void> deleted(@PathVariable String id) {
		return ResponseEntity.noContent().build();
	}

	@GetMapping("/unchanged")
	ResponseEntity<String> unchanged() {
		return ResponseEntity.ok().eTag("1").body("unchanged");
	}

	@GetMapping("/moved")
	ResponseEntity<Void> moved() {
		return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/contract/ok")).build();
	}

	@PostMapping("/validated")
	String validated(@Valid @RequestBody Thing thing) {
		return thing.name();
	}

	@GetMapping("/number/{number}")
	int number(@PathVariable int number) {
		return number;
	}

	@GetMapping("/parameter")
	String parameter(@RequestParam String name) {
		return name;
	}

	@PreAuthorize("hasRole('ADMIN')")
	@GetMapping("/for-admins")
	Mono<String> forAdmins() {
		return Mono.just("admin");
	}

	@GetMapping(path = "/json", produces = MediaType.APPLICATION_JSON_VALUE)
	Thing json() {
		return new Thing("json");
	}

	@GetMapping("/unwritable")
	Unwritable unwritable() {
		return new Unwritable("");
	}

	@GetMapping("/status/{status}")
	String status(@PathVariable int status) {
		throw new ResponseStatusException(HttpStatus.valueOf(status));
	}

	@GetMapping("/handled")
	String handled() {
		throw new UnsupportedOperationException("handled");
	}

	@ExceptionHandler
	ProblemDetail handle(UnsupportedOperationException exception) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, exception.getMessage());
	}

	@CrossOrigin(origins = "https://example.org")
	@GetMapping("/shared")
	String shared() {
		return "shared";
	}

	@GetMapping("/future")
	CompletableFuture<String> future() {
		return CompletableFuture.supplyAsync(() -> "future");
	}

	@GetMapping("/mono")
	Mono<String> mono() {
		return Mono.delay(Duration.ofMillis(5)).map((tick) -> String.valueOf(TrackingId.current()));
	}

	@GetMapping("/flux")
	Flux<Thing> flux() {
		return Flux.range(0, 3).map((i) -> new Thing("thing " + i)).delayElements(Duration.ofMillis(2));
	}

	@GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	Flux<String> events() {
		return Flux.range(0, 3).map((i) -> "event " + i).delayElements(Duration.ofMillis(2));
	}

	@GetMapping("/large")
	String large() {
		return "0123456789".repeat(1000);
	}

	@GetMapping("/intercepted")
	String intercepted() {
		return "intercepted";
	}

	@GetMapping("/v1/things")
	String firstVersion() {
		return "first";
	}

	@GetMapping("/echo/{text}")
	int echo(@PathVariable String text) {
		return text.length();
	}

	record Thing(@NotBlank String name) {

	}

	/** Jackson finds its accessor, which fails. */
	record Unwritable(String name) {

		@Override
		public String name() {
			throw new IllegalStateException("unwritable");
		}

	}

}
