package org.homeward.kit.test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/// The realm's keys and one more that tests have, as a service under test is told them. Keycloak
/// signs no token that has expired; with a key that is trusted a test can.
final class RealmKeys {
    private static final String URL = "homeward.test.keys";
    private static final String KEY = "homeward.test.key";
    private static final String KID = "tests";

    private RealmKeys() {}

    /// Serves them until the JVM ends.
    ///
    /// @return their address
    static String serve(String keycloakUrl) {
        String known = System.getProperty(URL);
        if (known != null) {
            return known;
        }
        URI realm = URI.create(keycloakUrl + "/realms/homeward/protocol/openid-connect/certs");
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair own = generator.generateKeyPair();
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            JsonObject key = jwk((RSAPublicKey) own.getPublic());
            server.createContext("/", exchange -> answer(exchange, realm, key));
            // Its threads are daemons as the one is that starts it.
            Thread.ofPlatform().daemon().start(server::start);
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/certs";
            System.setProperty(KEY, encoded(own.getPrivate().getEncoded()));
            System.setProperty(URL, url);
            return url;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, URI realm, JsonObject own)
            throws IOException {
        try (var keys = realm.toURL().openStream()) {
            JsonObject all =
                    new JsonObject(new String(keys.readAllBytes(), StandardCharsets.UTF_8));
            JsonArray both = all.getJsonArray("keys").copy().add(own);
            byte[] body = new JsonObject().put("keys", both).toBuffer().getBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } finally {
            exchange.close();
        }
    }

    private static JsonObject jwk(RSAPublicKey key) {
        return new JsonObject()
                .put("kid", KID)
                .put("kty", "RSA")
                .put("alg", "RS256")
                .put("use", "sig")
                .put("n", number(key.getModulus()))
                .put("e", number(key.getPublicExponent()));
    }

    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        return encoded(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    /// A token of these claims, signed by the tests' key.
    static String sign(JsonObject claims) {
        JsonObject header = new JsonObject().put("alg", "RS256").put("typ", "JWT").put("kid", KID);
        String signed =
                encoded(header.toBuffer().getBytes()) + "." + encoded(claims.toBuffer().getBytes());
        try {
            byte[] key = Base64.getUrlDecoder().decode(System.getProperty(KEY));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(
                    KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key)));
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
