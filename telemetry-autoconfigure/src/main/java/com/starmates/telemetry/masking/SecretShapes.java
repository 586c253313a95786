// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

import java.util.Arrays;
import java.util.List;

/**
 * All the shapes to look for, by their triggers.
 */
final class SecretShapes {

	private final SecretShape[][] shapes = new SecretShape[Triggers.ROW][0];

	SecretShapes(List<SecretShape> shapes) {
		for (SecretShape shape : shapes) {
			shape.triggers().chars().distinct().forEach((trigger) -> add((char) trigger, shape));
		}
	}

	private void add(char trigger, SecretShape shape) {
		SecretShape[] more = Arrays.copyOf(this.shapes[trigger], this.shapes[trigger].length + 1);
		more[more.length - 1] = shape;
		this.shapes[trigger] = more;
	}

	/** Return the {@link Range} of the secret that a character shows. */
	long find(String text, int at, int floor) {
		char trigger = text.charAt(at);
		if (trigger < Triggers.ROW) {
			for (SecretShape shape : this.shapes[trigger]) {
				long found = shape.find(text, at, floor);
				if (found != Range.NONE) {
					return found;
				}
			}
		}
		return Range.NONE;
	}

}
