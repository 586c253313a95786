// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * Sends the requests of the contract.
 */
final class ExchangeCaller {

	static final String USER_AGENT = "contract/1.0";

	/** Of a WebSocket: masked, without a reason. */
	private static final byte[] GOODBYE = { (byte) 0x88, (byte) 0x80, 0, 0, 0, 0 };

	private final HttpClient client = HttpClient.newHttpClient();

	private final int port;

	ExchangeCaller(int port) {
		this.port = port;
	}

	Answer send(ExchangeCase contract) throws IOException, InterruptedException {
		return (contract.caller() == ExchangeCase.Caller.WAITS) ? request(contract) : begin(contract);
	}

	private Answer request(ExchangeCase contract) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create("http://localhost:" + this.port + contract.path()))
			.header("User-Agent", USER_AGENT)
			.method(contract.method(), contract.body().isEmpty() ? HttpRequest.BodyPublishers.noBody()
					: HttpRequest.BodyPublishers.ofString(contract.body()));
		if (contract.headers().length > 0) {
			request.headers(contract.headers());
		}
		HttpResponse<byte[]> response = this.client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
		byte[] body = response.headers().firstValue("Content-Encoding").isPresent() ? unzipped(response.body())
				: response.body();
		return new Answer(response.statusCode(), response.headers().allValues("X-Tracking-ID"),
				new String(body, StandardCharsets.UTF_8));
	}

	private static byte[] unzipped(byte[] body) throws IOException {
		return new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
	}

	/** The client of the JDK neither upgrades nor leaves when it is told to. */
	private Answer begin(ExchangeCase contract) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			socket.setSoTimeout(5000);
			socket.getOutputStream().write(head(contract).getBytes(StandardCharsets.US_ASCII));
			BufferedReader reader = new BufferedReader(
					new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1), 1);
			Answer answer = answer(reader);
			if (contract.caller() == ExchangeCase.Caller.UPGRADES) {
				socket.getOutputStream().write(GOODBYE);
			}
			return answer;
		}
	}

	private String head(ExchangeCase contract) {
		StringBuilder head = new StringBuilder(contract.method()).append(' ')
			.append(contract.path())
			.append(" HTTP/1.1\r\nHost: localhost:")
			.append(this.port)
			.append("\r\nUser-Agent: ")
			.append(USER_AGENT)
			.append("\r\n");
		String[] headers = contract.headers();
		for (int i = 0; i < headers.length; i += 2) {
			head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
		}
		return head.append("\r\n").toString();
	}

	private static Answer answer(BufferedReader reader) throws IOException {
		int status = Integer.parseInt(reader.readLine().split(" ")[1]);
		List<String> ids = new ArrayList<>();
		for (String line = reader.readLine(); !line.isEmpty(); line = reader.readLine()) {
			if (line.toLowerCase(Locale.ROOT).startsWith("x-tracking-id:")) {
				ids.add(line.substring(line.indexOf(':') + 1).strip());
			}
		}
		return new Answer(status, ids, "");
	}

	/**
	 * What the caller got.
	 *
	 * @param status the status
	 * @param trackingIds all values of the header
	 * @param body the body, unzipped, or empty for a caller that did not wait for it
	 */
	record Answer(int status, List<String> trackingIds, String body) {

	}

}
