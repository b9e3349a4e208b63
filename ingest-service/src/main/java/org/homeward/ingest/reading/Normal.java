package org.homeward.ingest.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.homeward.events.Code;
import org.homeward.events.CodeTable;
import org.homeward.ingest.sent.SentCode;
import org.homeward.ingest.sent.SentComponent;
import org.homeward.ingest.sent.SentValue;
import org.homeward.ingest.sent.Special;
import org.homeward.ingest.unit.Conversion;
import org.homeward.ingest.unit.Units;
import org.jspecify.annotations.Nullable;

/// Brings what was sent into canonical codes and units. Empty when a code or unit is not known,
/// which the door should have turned away and a replay of an old log may still contain. A number
/// that no instrument can give and that stands for a word in a device's own coding is taken as that
/// word.
final class Normal {
    private final CodeTable codes;
    private final Units units;

    Normal(CodeTable codes, Units units) {
        this.codes = codes;
        this.units = units;
    }

    Optional<Measure> measure(SentCode sent, SentValue value) {
        return codes.find(sent.system(), sent.value()).flatMap(code -> measure(code, sent, value));
    }

    Optional<List<Measure>> components(List<SentComponent> sent) {
        List<Measure> out =
                sent.stream().flatMap(c -> measure(c.code(), c.value()).stream()).toList();
        return out.size() == sent.size() ? Optional.of(out) : Optional.empty();
    }

    private Optional<Measure> measure(Code code, SentCode sent, SentValue value) {
        String source = sent.value().equals(code.loinc()) ? "" : sent.value();
        return switch (value) {
            case SentValue.Panel _ ->
                    code.kind() == Code.Kind.PANEL
                            ? Optional.of(Measure.panel(code.loinc(), source))
                            : Optional.empty();
            case SentValue.Marked marked ->
                    Optional.of(
                            new Measure(code.loinc(), null, "", marked.special(), source, null));
            case SentValue.Amount amount ->
                    units.between(amount.unit(), code.unit())
                            .map(conversion -> converted(code, source, amount, conversion));
        };
    }

    private static Measure converted(
            Code code, String source, SentValue.Amount amount, Conversion conversion) {
        BigDecimal value = conversion.apply(amount.value());
        Optional<Special> special =
                code.isPossible(value) ? Optional.empty() : Special.ofMder(amount.value());
        if (special.isPresent()) {
            return new Measure(code.loinc(), null, "", special.get(), source, amount);
        }
        boolean changed = !conversion.isIdentity() || !amount.unit().equals(code.unit());
        SentValue.@Nullable Amount sent = changed ? amount : null;
        return new Measure(code.loinc(), value, code.unit(), null, source, sent);
    }
}
