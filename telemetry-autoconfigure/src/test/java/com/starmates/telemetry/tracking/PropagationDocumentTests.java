// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import java.io.IOException;

import com.starmates.telemetry.test.RoadTable;
import org.junit.jupiter.api.Test;

/**
 * Holds the table of roads over HTTP and to other threads to the tests that take them.
 */
class PropagationDocumentTests {

	@Test
	void documentListsEveryRoad() throws IOException {
		RoadTable.assertListsEveryRoadUnder("### Calls and threads");
	}

}
