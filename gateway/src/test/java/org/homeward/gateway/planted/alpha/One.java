package org.homeward.gateway.planted.alpha;

import org.homeward.gateway.planted.beta.Two;

/// Half of a circle.
public class One {
    public Two two() {
        return new Two();
    }
}
