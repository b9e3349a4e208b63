package org.homeward.gateway.session;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/// An issuer that the gateway trusts and whose key a test has, so that a token can differ from a
/// good one in a single thing. Keycloak signs no token that has expired.
public final class TestIssuer implements QuarkusTestResourceLifecycleManager {
    private static final String URL = "homeward.test.issuer";
    private static final String KEY = "homeward.test.issuer.key";

    private HttpServer server;

    /// After the stack, whose Keycloak it stands in for.
    @Override
    public int order() {
        return 20;
    }

    @Override
    public Map<String, String> start() {
        KeyPair keys = keys();
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/homeward";
        serve("/realms/homeward/.well-known/openid-configuration", discovery(url));
        serve("/realms/homeward/keys", jwks((RSAPublicKey) keys.getPublic()));
        server.start();
        System.setProperty(URL, url);
        System.setProperty(KEY, Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));
        return Map.of("homeward.oidc.issuer", url);
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    /// A nurse's token as the realm gives it; the caller changes what should be wrong with it.
    static JwtClaimsBuilder good() {
        return Jwt.issuer(System.getProperty(URL))
                .subject("00000000-0000-4000-8000-000000000003")
                .audience("homeward")
                .claim("azp", "homeward-cli")
                .claim("typ", "Bearer")
                .claim("realm_access", Map.of("roles", Set.of("nurse")))
                .issuedAt(Instant.now().minusSeconds(120))
                .expiresAt(Instant.now().plusSeconds(180));
    }

    static String sign(JwtClaimsBuilder claims) {
        try {
            byte[] key = Base64.getDecoder().decode(System.getProperty(KEY));
            PrivateKey own =
                    KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
            return claims.jws().keyId("test").sign(own);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Signed by a key that nobody has published, under the published one's name.
    static String signByStranger(JwtClaimsBuilder claims) {
        return claims.jws().keyId("test").sign(keys().getPrivate());
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void serve(String path, JsonObject body) {
        byte[] bytes = body.encode().getBytes(StandardCharsets.UTF_8);
        server.createContext(
                path,
                exchange -> {
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
    }

    private static JsonObject discovery(String url) {
        return new JsonObject()
                .put("issuer", url)
                .put("authorization_endpoint", url + "/auth")
                .put("token_endpoint", url + "/token")
                .put("end_session_endpoint", url + "/logout")
                .put("jwks_uri", url + "/keys");
    }

    private static JsonObject jwks(RSAPublicKey key) {
        return new JsonObject()
                .put(
                        "keys",
                        new JsonArray()
                                .add(
                                        new JsonObject()
                                                .put("kid", "test")
                                                .put("kty", "RSA")
                                                .put("alg", "RS256")
                                                .put("use", "sig")
                                                .put("n", number(key.getModulus()))
                                                .put("e", number(key.getPublicExponent()))));
    }

    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
    }
}
