// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.ai;

import java.util.List;

import com.starmates.telemetry.cardinality.LabelDefinition;
import com.starmates.telemetry.cardinality.MeterDefinition;
import com.starmates.telemetry.cardinality.MeterForm;

/** Meters recorded for calls of AI models. */
enum AiMeters implements MeterDefinition {

	/** Calls that have ended. */
	REQUESTS(MeterForm.counter("ai.requests", "Calls of AI models that have ended", KeyNames.MODEL, KeyNames.PROVIDER)),

	/** How long calls took. */
	REQUEST_DURATION(
			MeterForm.timer("ai.request.duration", "How long calls of AI models took, to the end of their answers",
					Buckets.DURATION, KeyNames.MODEL, KeyNames.PROVIDER)),

	/** How long it took until a streamed answer began. */
	FIRST_TOKEN(MeterForm.timer("ai.time.to.first.token", "How long it took until streamed answers began",
			Buckets.DURATION, KeyNames.MODEL, KeyNames.PROVIDER)),

	/** Calls that failed. */
	ERRORS(MeterForm.counter("ai.errors", "Calls of AI models that failed", KeyNames.MODEL, KeyNames.PROVIDER,
			KeyNames.ERROR_CATEGORY, KeyNames.ERROR_TYPE)),

	/** Tokens consumed and produced; no token is counted under two types. */
	TOKENS(MeterForm.counter("ai.tokens", "Tokens that AI models consumed and produced", KeyNames.MODEL,
			KeyNames.TOKEN_TYPE)),

	/** What calls cost. */
	COST(MeterForm.counter("ai.cost", "What calls of AI models cost, in US dollars; no bill", KeyNames.MODEL)),

	/** Calls whose cost is not known. */
	COST_UNKNOWN(MeterForm.counter("ai.cost.unknown", "Calls whose cost is not known: no price, or no tokens told",
			KeyNames.MODEL)),

	/** Part of the month's budget that is spent. */
	BUDGET_USED(MeterForm.gauge("ai.budget.used.ratio",
			"Part of the month's budget that this process has spent since the month or the process began"));

	private final MeterForm form;

	AiMeters(MeterForm form) {
		this.form = form;
	}

	@Override
	public MeterForm form() {
		return this.form;
	}

	/** Labels of the meters. */
	static final class KeyNames {

		/** Model that was asked for. */
		static final LabelDefinition MODEL = new LabelDefinition("model", "Model that was asked for, or `none`");

		/** Who runs the model. */
		static final LabelDefinition PROVIDER = new LabelDefinition("provider",
				"Who runs the model, such as `openai` or `anthropic`");

		/** Kind of token. */
		static final LabelDefinition TOKEN_TYPE = new LabelDefinition("token_type",
				"`input` (none that a cache held), `output`, `cache_read` or `cache_write`");

		/** Where to look for the cause of an error. */
		static final LabelDefinition ERROR_CATEGORY = new LabelDefinition("error_category",
				"`client`, `server`, `network` or `timeout`");

		/** What went wrong. */
		static final LabelDefinition ERROR_TYPE = new LabelDefinition("error_type",
				"Simple name of the exception, else the status");

		private KeyNames() {
		}

	}

	private static final class Buckets {

		static final List<Double> DURATION = List.of(0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 20.0, 30.0, 60.0, 120.0);

	}

}
