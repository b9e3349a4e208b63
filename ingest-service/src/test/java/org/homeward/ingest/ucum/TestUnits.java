package org.homeward.ingest.ucum;

import org.homeward.ingest.unit.Units;

/// The real units for tests of the pure rings.
public final class TestUnits {
    public static final Units UCUM = new UcumUnits();

    private TestUnits() {}
}
