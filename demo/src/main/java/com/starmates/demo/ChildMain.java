// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What a service's process runs: the service, under watch. The standard input is a pipe
 * from the demo; when it ends, the demo is gone, however it went, and the service goes
 * too.
 */
public final class ChildMain {

	private static final int SECONDS_TO_STOP = 10;

	private ChildMain() {
	}

	/**
	 * Run a service.
	 * @param args its main class and its arguments
	 * @throws ReflectiveOperationException if it cannot be launched
	 */
	public static void main(String[] args) throws ReflectiveOperationException {
		inBackground("parent-watch", ChildMain::exitWithParent);
		Method main = Class.forName(args[0]).getDeclaredMethod("main", String[].class);
		main.setAccessible(true);
		main.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
	}

	private static void exitWithParent() {
		awaitEndOfInput();
		inBackground("last-resort", ChildMain::haltLater);
		System.exit(0);
	}

	private static void awaitEndOfInput() {
		try {
			while (System.in.read() >= 0) {
				continue;
			}
		}
		catch (IOException ex) {
			// as good as the end
		}
	}

	/** A shutdown that hangs must not leave an orphan. */
	private static void haltLater() {
		try {
			new CountDownLatch(1).await(SECONDS_TO_STOP, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		Runtime.getRuntime().halt(1);
	}

	private static void inBackground(String name, Runnable action) {
		Thread thread = new Thread(action, name);
		thread.setDaemon(true);
		thread.start();
	}

}
