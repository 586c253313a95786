// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.config.annotation.ApiVersionConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.socket.server.standard.StandardWebSocketUpgradeStrategy;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

/**
 * What the contract asks of Spring MVC alone, or asks it in words of its own.
 */
@Configuration(proxyBeanMethods = false)
@Import(ContractMvcConfiguration.Endpoints.class)
class ContractMvcConfiguration implements WebMvcConfigurer {

	@Override
	public void configureApiVersioning(ApiVersionConfigurer versions) {
		versions.useRequestHeader("X-API-Version").setVersionRequired(false);
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new HandlerInterceptor() {

			@Override
			public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
				throw new IllegalStateException("interceptor");
			}

		}).addPathPatterns("/contract/intercepted");
	}

	/** Has a handler for whatever else lies below one path. */
	@Bean
	SimpleUrlHandlerMapping handlerForEverything() {
		HttpRequestHandler handler = (request, response) -> response
			.setStatus(request.getRequestURI().endsWith("missing") ? 404 : 200);
		return new SimpleUrlHandlerMapping(Map.of("/default", handler), 0) {

			@Override
			public @Nullable Object getDefaultHandler() {
				return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
						&& attributes.getRequest().getRequestURI().startsWith("/default")) ? handler : null;
			}

		};
	}

	@Bean
	SimpleUrlHandlerMapping webSockets() {
		WebSocketHttpRequestHandler echo = new WebSocketHttpRequestHandler(new TextWebSocketHandler() {

			@Override
			protected void handleTextMessage(WebSocketSession session, TextMessage message) throws IOException {
				session.sendMessage(message);
			}

		}, new DefaultHandshakeHandler(new StandardWebSocketUpgradeStrategy()));
		return new SimpleUrlHandlerMapping(Map.of("/socket", echo), -1);
	}

	@Controller
	static class Endpoints {

		@GetMapping("/view-fails")
		View viewFails() {
			return (model, request, response) -> {
				throw new IllegalStateException("view");
			};
		}

		@PostMapping("/upload")
		@ResponseBody
		String upload(@RequestPart MultipartFile file) {
			return file.getOriginalFilename() + " " + file.getSize();
		}

		@GetMapping(path = "/contract/versioned", version = "2.1")
		@ResponseBody
		String versioned() {
			return "second";
		}

		@GetMapping("/deferred")
		@ResponseBody
		DeferredResult<String> deferred() {
			DeferredResult<String> result = new DeferredResult<>();
			CompletableFuture.runAsync(() -> result.setResult("deferred"));
			return result;
		}

		@GetMapping("/emitter")
		SseEmitter emitter() {
			SseEmitter emitter = new SseEmitter();
			CompletableFuture.runAsync(() -> emit(emitter));
			return emitter;
		}

		@GetMapping("/includes")
		void includes(HttpServletRequest request, HttpServletResponse response) throws Exception {
			response.setContentType("text/plain;charset=UTF-8");
			response.getWriter().print("before ");
			request.getRequestDispatcher("/text").include(request, response);
			response.getWriter().print(" after");
		}

		private static void emit(SseEmitter emitter) {
			try {
				emitter.send("event 0");
				emitter.send("event 1");
				emitter.complete();
			}
			catch (IOException ex) {
				emitter.completeWithError(ex);
			}
		}

	}

}
