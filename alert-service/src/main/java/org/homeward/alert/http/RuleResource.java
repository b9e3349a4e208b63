package org.homeward.alert.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import org.homeward.alert.rule.Direction;
import org.homeward.alert.rule.Threshold;
import org.homeward.alert.rulebook.DefaultPack;
import org.jspecify.annotations.Nullable;

/// The default pack, as it is applied.
@Path("/internal/v1/rules")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class RuleResource {
    record Confirmed(int n, int of) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RuleView(
            String id,
            String version,
            String pack,
            String code,
            String direction,
            String priority,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            String enter,
            BigDecimal exit,
            BigDecimal exitBand,
            Confirmed confirm,
            String source,
            String edition,
            boolean signedOff) {

        static RuleView of(Threshold rule) {
            boolean low = rule.direction() == Direction.LOW;
            return new RuleView(
                    rule.id(),
                    rule.version(),
                    rule.origin().pack(),
                    rule.code(),
                    rule.direction().wire(),
                    rule.priority().wire(),
                    low ? rule.lastInRange() : null,
                    low ? null : rule.lastInRange(),
                    rule.enter(),
                    rule.exitLimit(),
                    rule.band().exit(),
                    new Confirmed(rule.confirm().n(), rule.confirm().of()),
                    bracketed(rule.origin().source())[0].strip(),
                    bracketed(rule.origin().source())[1],
                    false);
        }
    }

    /// A source such as `NEWS2 (RCP 2017)` in its name and its edition.
    private static String[] bracketed(String source) {
        int open = source.indexOf('(');
        return open < 0
                ? new String[] {source, ""}
                : new String[] {
                    source.substring(0, open), source.substring(open + 1, source.length() - 1)
                };
    }

    @GET
    public ListView<RuleView> rules() {
        return new ListView<>(
                DefaultPack.standard().rules().stream().map(RuleView::of).toList(), null);
    }
}
