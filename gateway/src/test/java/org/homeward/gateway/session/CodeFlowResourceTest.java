package org.homeward.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.gateway.RealGateway;
import org.homeward.gateway.Ward;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A browser's way in and out, step by step against the real Keycloak.
@QuarkusTest
class CodeFlowResourceTest implements RealGateway {
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");

    @TestHTTPResource URI gateway;

    private final Browser browser = new Browser();

    @AfterEach
    void close() {
        browser.close();
    }

    private HttpResponse<String> get(URI uri) {
        return browser.get(uri);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return browser.send(request);
    }

    private URI at(String path) {
        return gateway.resolve(path);
    }

    /// Signs in and returns where the browser ends up.
    private URI signIn(String user, String to) {
        HttpResponse<String> keycloak = get(Browser.location(get(at("/login?to=" + to))));
        assertThat(keycloak.statusCode()).isEqualTo(200);
        Matcher form = FORM.matcher(keycloak.body());
        assertThat(form.find()).isTrue();
        String credentials =
                "username="
                        + URLEncoder.encode(user, StandardCharsets.UTF_8)
                        + "&password="
                        + URLEncoder.encode(user, StandardCharsets.UTF_8);
        HttpResponse<String> step =
                send(
                        HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(credentials)));
        for (int i = 0; i < 5 && step.statusCode() / 100 == 3; i++) {
            URI next = Browser.location(step);
            if (next.getPath().equals("/login")) {
                step = get(next);
            } else {
                return next;
            }
        }
        throw new AssertionError(
                "the sign-in ended with " + step.statusCode() + " at " + step.uri().getPath());
    }

    @Test
    void aBrowserSignsInWorksAndSignsOut() {
        assertThat(signIn("nurse", "/patients/1").getPath()).isEqualTo("/patients/1");
        assertThat(browser.cookies("q_session")).isNotEmpty();
        assertThat(browser.headers("q_session"))
                .allSatisfy(c -> assertThat(c).contains("HTTPOnly").contains("SameSite=Lax"));

        HttpResponse<String> me = send(HttpRequest.newBuilder(at("/api/v1/me")));
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(me.body()).contains("\"nurse\"");

        URI end = Browser.location(get(at("/logout")));
        assertThat(end.getPath()).contains("/protocol/openid-connect/logout");
        assertThat(browser.cookies("q_session")).isEmpty();
        assertThat(Browser.location(get(end)).getPath()).isEqualTo("/");
        assertThat(send(HttpRequest.newBuilder(at("/api/v1/me"))).statusCode()).isEqualTo(401);
        assertThat(get(Browser.location(get(at("/login")))).body()).contains("username");
    }

    @Test
    void aWriteByTheSessionNeedsTheHeaderThatNoOtherSiteCanSend() {
        signIn("physician", "/");
        HttpRequest.Builder acknowledge =
                HttpRequest.newBuilder(at("/api/v1/alerts/" + Ward.ALERT_1 + "/acknowledge"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"));
        HttpResponse<String> forged = send(acknowledge);
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("CSRF_HEADER_MISSING");
        RealGateway.settle();
        assertThat(send(acknowledge.header("X-Homeward", "1")).statusCode()).isEqualTo(200);
    }

    @Test
    void theSignInLeadsToNoOtherSite() {
        assertThat(signIn("nurse", "https://evil.example/").getHost()).isEqualTo(gateway.getHost());
    }

    @Test
    void whoIsNotSignedInIsLedHomeByLogout() {
        assertThat(Browser.location(get(at("/logout"))).getPath()).isEqualTo("/");
    }
}
