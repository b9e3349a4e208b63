package org.homeward.ingest.correction;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.homeward.ingest.correction.Corrections.Change;
import org.homeward.ingest.correction.Corrections.Replacement;
import org.homeward.ingest.correction.Corrections.Standing;
import org.homeward.ingest.reading.Reading;
import org.homeward.ingest.unit.Units;
import org.homeward.kit.problem.Problem;

/// A second person looks at what the first wants of a reading that a critical alert stands on.
@ApplicationScoped
public class LookAgain {
    private static final String PHYSICIAN = "physician";

    private final SecondLooks looks;
    private final CriticalEvidence evidence;
    private final Replacements replacements;

    @Inject
    LookAgain(
            SecondLooks looks, Corrections.Events events, CriticalEvidence evidence, Units units) {
        this.looks = looks;
        this.evidence = evidence;
        this.replacements = new Replacements(events, units);
    }

    /// It is done as the first person wanted. Fails with 403 for the first person and where neither
    /// is a physician, with 409 if it is decided or the reading has changed, and with 404.
    public Uni<Reading> confirm(SecondLooks.Key key, Said said) {
        return evidence.of(key.patientId(), key.readingId())
                .chain(
                        found ->
                                looks.confirm(
                                        key,
                                        (look, standing) ->
                                                confirmed(look, standing, said, found.alerts())))
                .map(done -> done.orElseThrow(Problem::notFound).made().after());
    }

    /// The reading stands. The first person may take it back. Fails with 409 if it is decided, and
    /// with 404.
    public Uni<SecondLook> decline(SecondLooks.Key key, Said said) {
        return looks.decline(key, look -> open(look).decided(false, said))
                .map(done -> done.orElseThrow(Problem::notFound));
    }

    private SecondLooks.Confirmation confirmed(
            SecondLook look, Standing standing, Said said, Set<UUID> alerts) {
        Said first = open(look).asked();
        if (said.by().equals(first.by())) {
            throw new Problem(
                    403, "SECOND_PERSON_NEEDED", "Somebody else must confirm what you asked for.");
        }
        if (!said.role().equals(PHYSICIAN) && !first.role().equals(PHYSICIAN)) {
            throw new Problem(403, "PHYSICIAN_NEEDED", "One of the two must be a physician.");
        }
        if (standing.reading().version() != look.version()) {
            throw Replacements.second(
                    standing, "CHANGED_MEANWHILE", "Somebody has changed it since.");
        }
        Set<UUID> all = new HashSet<>(look.alerts());
        all.addAll(alerts);
        Change asked = ChangeReadings.change(first, look.correction(), all);
        Change change =
                new Change(
                        asked.by(),
                        said.by(),
                        said.at(),
                        asked.reason(),
                        asked.note(),
                        asked.criticalAlerts());
        Replacement made = replacements.of(standing, look.correction(), change);
        return new SecondLooks.Confirmation(look.decided(true, said), made);
    }

    private static SecondLook open(SecondLook look) {
        SecondLook.Decided decided = look.decided();
        if (decided != null) {
            throw new Problem(409, "ALREADY_DECIDED", "Somebody has decided it before.")
                    .with("by", decided.said().by())
                    .with("at", decided.said().at().toString());
        }
        return look;
    }
}
