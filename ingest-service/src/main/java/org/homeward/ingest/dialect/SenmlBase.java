package org.homeward.ingest.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.homeward.ingest.json.Fault;
import org.homeward.ingest.json.Fields;
import org.jspecify.annotations.Nullable;

/// The base fields that hold for a record: its own, or else those of the records before it (RFC
/// 8428 section 4.1).
///
/// @param value null if there is none, which is something else than zero
record SenmlBase(String name, BigDecimal time, String unit, @Nullable BigDecimal value) {
    static final SenmlBase NONE = new SenmlBase("", BigDecimal.ZERO, "", null);

    private static final int VERSION = 10;

    /// What holds from this record on.
    ///
    /// @throws Fault if a base field is wrong: then no later record can be understood either
    SenmlBase with(JsonNode entry) throws Fault {
        checkVersion(entry.get("bver"));
        return new SenmlBase(
                entry.has("bn") ? Fields.anyText(entry.get("bn"), "bn") : name,
                entry.has("bt") ? Fields.foreign(entry.get("bt"), "bt") : time,
                entry.has("bu") ? Fields.anyText(entry.get("bu"), "bu") : unit,
                entry.has("bv") ? Fields.foreign(entry.get("bv"), "bv") : value);
    }

    /// The record with these base fields in it, so that it stands for itself.
    JsonNode on(JsonNode entry) {
        if (!(entry instanceof ObjectNode) || equals(NONE)) {
            return entry;
        }
        ObjectNode out = entry.deepCopy();
        if (!name.isEmpty()) {
            out.put("bn", name);
        }
        if (time.signum() != 0) {
            out.put("bt", time);
        }
        if (!unit.isEmpty()) {
            out.put("bu", unit);
        }
        if (value != null) {
            out.put("bv", value);
        }
        return out;
    }

    private static void checkVersion(@Nullable JsonNode version) throws Fault {
        if (version == null) {
            return;
        }
        if (!version.isIntegralNumber() || !version.canConvertToInt() || version.intValue() < 1) {
            throw Fault.invalid("bver", "is not a version");
        }
        if (version.intValue() > VERSION) {
            throw new Fault(400, "UNSUPPORTED_VERSION", "bver: newer than " + VERSION);
        }
    }
}
