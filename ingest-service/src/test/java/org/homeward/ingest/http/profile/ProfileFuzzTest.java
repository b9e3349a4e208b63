package org.homeward.ingest.http.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.homeward.ingest.Fuzzed;
import org.homeward.ingest.profile.Profile;
import org.homeward.ingest.profile.ProfileStore;
import org.homeward.kit.problem.Problem;

class ProfileFuzzTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /// A profile is read as it is shown again, or refused.
    @FuzzTest
    void profiles(byte[] body) {
        Fuzzed.costsLittle(
                () -> {
                    try {
                        ProfileView view = MAPPER.readValue(body, ProfileView.class);
                        if (view != null) {
                            Profile profile = view.profile("p");
                            ProfileView shown = ProfileView.of(new ProfileStore.Kept(profile, 1));
                            assertThat(shown.profile("p")).isEqualTo(profile);
                        }
                    } catch (Problem e) {
                        assertThat(e.status()).isEqualTo(400);
                    } catch (IOException e) {
                        // The framework answers 400 before anything of ours sees the body.
                        assertThat(e)
                                .isInstanceOf(com.fasterxml.jackson.core.JacksonException.class);
                    }
                });
    }
}
