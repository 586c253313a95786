// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.roads;

import java.io.IOException;

import com.starmates.telemetry.test.RoadTable;
import org.junit.jupiter.api.Test;

/**
 * Holds the table of roads over brokers and into databases to the tests that take them.
 */
class MessageRoadDocumentTests {

	@Test
	void documentListsEveryRoad() throws IOException {
		RoadTable.assertListsEveryRoadUnder("### Messages and rows");
	}

}
