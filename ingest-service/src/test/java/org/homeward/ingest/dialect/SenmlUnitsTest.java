package org.homeward.ingest.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.ingest.ucum.TestUnits;
import org.homeward.ingest.unit.Units;
import org.junit.jupiter.api.Test;

class SenmlUnitsTest {
    private final Units units = TestUnits.UCUM;

    @Test
    void everyCounterpartIsAUcumUnit() {
        assertThat(SenmlUnits.table()).hasSize(58);
        assertThat(SenmlUnits.table().values())
                .filteredOn(unit -> !unit.isEmpty())
                .allMatch(units::isUnit);
    }

    @Test
    void theUnitsOfVitalSignsComeToTheTableOfCodes() {
        assertThat(units.between(ucum("beat/min"), "/min")).isPresent();
        assertThat(units.between(ucum("Pa"), "mm[Hg]")).isPresent();
        assertThat(units.between(ucum("K"), "Cel")).isPresent();
        assertThat(units.between(ucum("l"), "L")).isPresent();
        assertThat(units.between(ucum("/"), "%")).isPresent();
    }

    private static String ucum(String senml) {
        return SenmlUnits.table().getOrDefault(senml, "");
    }
}
