// SPDX-License-Identifier: Apache-2.0

package com.starmates.benchmark;

import java.io.IOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Duration;
import java.util.Arrays;

import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;

/**
 * What a server's JVM tells of itself.
 */
final class Jvm implements AutoCloseable {

	private final JMXConnector connector;

	private final ThreadMXBean threads;

	private final MemoryMXBean memory;

	private final CompilationMXBean compilation;

	private Jvm(JMXConnector connector) throws IOException {
		this.connector = connector;
		MBeanServerConnection connection = connector.getMBeanServerConnection();
		this.threads = ManagementFactory.newPlatformMXBeanProxy(connection, ManagementFactory.THREAD_MXBEAN_NAME,
				ThreadMXBean.class);
		this.memory = ManagementFactory.newPlatformMXBeanProxy(connection, ManagementFactory.MEMORY_MXBEAN_NAME,
				MemoryMXBean.class);
		this.compilation = ManagementFactory.newPlatformMXBeanProxy(connection,
				ManagementFactory.COMPILATION_MXBEAN_NAME, CompilationMXBean.class);
	}

	static Jvm of(Server server) throws IOException {
		try {
			VirtualMachine machine = VirtualMachine.attach(Long.toString(server.pid()));
			String url = machine.startLocalManagementAgent();
			machine.detach();
			return new Jvm(JMXConnectorFactory.connect(new JMXServiceURL(url)));
		}
		catch (AttachNotSupportedException ex) {
			throw new IOException(ex);
		}
	}

	/** Return what the threads that live have allocated so far. */
	long allocatedBytes() {
		return Arrays.stream(this.threads.getThreadAllocatedBytes(this.threads.getAllThreadIds()))
			.filter((bytes) -> bytes > 0)
			.sum();
	}

	/** Return how long its compilers have worked so far. */
	Duration compilationTime() {
		return Duration.ofMillis(this.compilation.getTotalCompilationTime());
	}

	/** Collect garbage; return the bytes that are left. */
	long liveBytes() {
		this.memory.gc();
		return this.memory.getHeapMemoryUsage().getUsed();
	}

	@Override
	public void close() throws IOException {
		this.connector.close();
	}

}
