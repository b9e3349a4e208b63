package org.homeward.ingest.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.homeward.ingest.json.Decoded;
import org.homeward.ingest.json.Fault;
import org.homeward.ingest.json.Fields;
import org.homeward.ingest.json.Refused;
import org.homeward.ingest.profile.Profile;
import org.homeward.ingest.sent.SelfReport;
import org.homeward.ingest.sent.SentCode;
import org.homeward.ingest.sent.SentReading;
import org.homeward.ingest.sent.SentTime;
import org.homeward.ingest.sent.SentValue;
import org.homeward.ingest.sent.Verdict;

/// A SenML pack as JSON (RFC 8428). A fault of a base field, or a field that must be understood,
/// refuses the pack, since no record after it has a certain meaning; any other is that record's
/// verdict.
final class SenmlJson {
    /// RFC 8428 section 4.5.1.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:./_-]{0,199}");

    private final int mostRecords;

    SenmlJson(int mostRecords) {
        this.mostRecords = mostRecords;
    }

    Body read(JsonNode pack, Profile profile, Instant received) throws Refused {
        if (!pack.isArray() || pack.isEmpty()) {
            throw new Refused(400, "INVALID_ENVELOPE", "the pack is not a list with content");
        }
        if (pack.size() > mostRecords) {
            throw new Refused(413, "TOO_MANY_READINGS", "records: more than " + mostRecords);
        }
        Keys keys = new Keys(profile);
        List<SentReading> sent = new ArrayList<>(pack.size());
        List<Verdict.Turned> faults = new ArrayList<>();
        List<SenmlBase> bases = new ArrayList<>(pack.size());
        SenmlBase base = SenmlBase.NONE;
        for (int i = 0; i < pack.size(); i++) {
            base = base(base, pack.get(i), i);
            bases.add(base);
            try {
                sent.add(reading(pack.get(i), i, base, keys, received));
            } catch (Fault e) {
                faults.add(new Verdict.Turned(i, e.status(), e.code(), path(i) + e.detail()));
            }
        }
        return body(pack, bases, Panels.of(sent), faults);
    }

    private static Body body(
            JsonNode pack, List<SenmlBase> bases, Panels panels, List<Verdict.Turned> faults) {
        Map<Integer, List<Integer>> joined = panels.joined();
        Decoded decoded =
                new Decoded(
                        panels.readings(),
                        faults,
                        SelfReport.NOTHING,
                        i -> bytes(pack, bases, i, joined.getOrDefault(i, List.of())));
        return new Body(decoded, joined, true);
    }

    /// Each with the base that holds for it: without that it would say something else.
    private static byte[] bytes(
            JsonNode pack, List<SenmlBase> bases, int index, List<Integer> others) {
        StringBuilder text = new StringBuilder("[").append(bases.get(index).on(pack.get(index)));
        others.forEach(i -> text.append(',').append(bases.get(i).on(pack.get(i))));
        return text.append(']').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String path(int index) {
        return "records[" + index + "].";
    }

    private static SenmlBase base(SenmlBase before, JsonNode entry, int index) throws Refused {
        if (!entry.isObject()) {
            return before;
        }
        for (Map.Entry<String, JsonNode> field : entry.properties()) {
            if (field.getKey().endsWith("_")) {
                String detail = path(index) + "*_: a field that must be understood is not";
                throw new Refused(400, "NOT_UNDERSTOOD", detail);
            }
        }
        try {
            return before.with(entry);
        } catch (Fault e) {
            throw new Refused(e.status(), e.code(), path(index) + e.detail());
        }
    }

    private static SentReading reading(
            JsonNode entry, int index, SenmlBase base, Keys keys, Instant received) throws Fault {
        if (!entry.isObject()) {
            throw new Fault(400, "INVALID_READING", "is not an object");
        }
        Profile.Meaning meaning = meaning(entry, base, keys);
        BigDecimal value = value(entry, base);
        String unit = unit(entry, base, meaning);
        return new SentReading(
                index,
                "",
                SentCode.loinc(meaning.code()),
                new SentValue.Amount(value, unit),
                List.of(),
                time(entry, base, received),
                null,
                Map.of());
    }

    /// By its whole name, or else by the part that is its own: the base name is mostly the device.
    private static Profile.Meaning meaning(JsonNode entry, SenmlBase base, Keys keys) throws Fault {
        String own = entry.has("n") ? Fields.anyText(entry.get("n"), "n") : "";
        String name = base.name() + own;
        if (!NAME.matcher(name).matches()) {
            throw Fault.invalid("n", "is not a name");
        }
        return keys.meaning(own.isEmpty() || keys.isKnown(name) ? name : own, "n");
    }

    private static BigDecimal value(JsonNode entry, SenmlBase base) throws Fault {
        for (String other : List.of("vs", "vb", "vd")) {
            if (entry.has(other)) {
                throw new Fault(422, "UNSUPPORTED_VALUE", other + ": is not a number");
            }
        }
        if (!entry.has("v")) {
            if (entry.has("s")) {
                throw new Fault(422, "UNSUPPORTED_VALUE", "s: a sum is no measurement");
            }
            if (base.value() == null) {
                throw Fault.missing("v");
            }
            return base.value();
        }
        BigDecimal value = Fields.foreign(entry.get("v"), "v");
        return base.value() == null ? value : value.add(base.value());
    }

    private static String unit(JsonNode entry, SenmlBase base, Profile.Meaning meaning)
            throws Fault {
        String said = entry.has("u") ? Fields.anyText(entry.get("u"), "u") : base.unit();
        if (!said.isEmpty()) {
            return SenmlUnits.ucum(said);
        }
        if (meaning.unit().isEmpty()) {
            throw Fault.missing("u");
        }
        return meaning.unit();
    }

    private static SentTime time(JsonNode entry, SenmlBase base, Instant received) throws Fault {
        BigDecimal own = entry.has("t") ? Fields.foreign(entry.get("t"), "t") : BigDecimal.ZERO;
        return Measured.senml(base.time().add(own), received, "t");
    }
}
