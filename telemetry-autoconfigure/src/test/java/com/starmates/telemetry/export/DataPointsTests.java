// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.util.Arrays;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogram;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Gauge;
import io.opentelemetry.proto.metrics.v1.Histogram;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.metrics.v1.Sum;
import io.opentelemetry.proto.metrics.v1.Summary;
import io.opentelemetry.proto.metrics.v1.SummaryDataPoint;
import io.opentelemetry.proto.resource.v1.Resource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DataPoints}.
 */
class DataPointsTests {

	private static final KeyValue LABEL = KeyValue.newBuilder()
		.setKey("key")
		.setValue(AnyValue.newBuilder().setStringValue("value"))
		.build();

	@Test
	void countsPointsOfEveryKind() {
		NumberDataPoint number = NumberDataPoint.newBuilder().setAsDouble(1).addAttributes(LABEL).build();
		ScopeMetrics.Builder scope = ScopeMetrics.newBuilder()
			.addMetrics(metric().setGauge(Gauge.newBuilder().addDataPoints(number)))
			.addMetrics(
					metric().setSum(Sum.newBuilder().setIsMonotonic(true).addDataPoints(number).addDataPoints(number)))
			.addMetrics(metric().setHistogram(Histogram.newBuilder()
				.addDataPoints(HistogramDataPoint.newBuilder().addBucketCounts(1).addBucketCounts(2))))
			.addMetrics(metric().setExponentialHistogram(
					ExponentialHistogram.newBuilder().addDataPoints(ExponentialHistogramDataPoint.newBuilder())))
			.addMetrics(metric().setSummary(Summary.newBuilder().addDataPoints(SummaryDataPoint.newBuilder())))
			.addMetrics(metric());
		ResourceMetrics.Builder resource = ResourceMetrics.newBuilder()
			.setResource(Resource.newBuilder().addAttributes(LABEL))
			.addScopeMetrics(scope)
			.addScopeMetrics(scope);
		byte[] message = ExportMetricsServiceRequest.newBuilder().addResourceMetrics(resource).build().toByteArray();
		assertThat(DataPoints.count(message)).isEqualTo(12);
		assertThat(DataPoints.count(Arrays.copyOf(message, message.length - 1))).isZero();
	}

	@Test
	void countsNothingInNothing() {
		assertThat(DataPoints.count(new byte[0])).isZero();
		assertThat(DataPoints.count("no such message".getBytes())).isZero();
	}

	private static Metric.Builder metric() {
		return Metric.newBuilder().setName("name").setUnit("s").addMetadata(LABEL);
	}

}
