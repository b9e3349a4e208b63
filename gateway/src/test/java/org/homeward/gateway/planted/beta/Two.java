package org.homeward.gateway.planted.beta;

import org.homeward.gateway.planted.alpha.One;

/// The other half of a circle.
public class Two {
    public One one() {
        return new One();
    }
}
