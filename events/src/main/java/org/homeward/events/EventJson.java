package org.homeward.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Descriptors.FieldDescriptor.Type;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.util.JsonFormat;
import java.util.Base64;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// Events as JSON for people: `topics tail`, golden samples, documentation. It is the canonical
/// Protobuf JSON mapping with UUIDs written as text in place of Base64. Services never parse it.
public final class EventJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private EventJson() {}

    public static String print(MessageOrBuilder event) {
        try {
            JsonNode tree = MAPPER.readTree(JsonFormat.printer().print(event));
            rewrite(tree, event.getDescriptorForType(), EventJson::base64ToUuid);
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
        } catch (InvalidProtocolBufferException | JsonProcessingException e) {
            throw new IllegalStateException("an event that was built can be printed", e);
        }
    }

    /// Merges the JSON form into a builder.
    ///
    /// @throws IllegalArgumentException if the text is not the JSON form of this event
    public static <B extends Message.Builder> B parse(String json, B builder) {
        try {
            JsonNode tree = MAPPER.readTree(json);
            rewrite(tree, builder.getDescriptorForType(), EventJson::uuidToBase64);
            JsonFormat.parser().merge(tree.toString(), builder);
            return builder;
        } catch (InvalidProtocolBufferException | JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "not the JSON form of " + builder.getDescriptorForType().getName(), e);
        }
    }

    private static void rewrite(JsonNode node, Descriptor type, UnaryOperator<String> id) {
        for (FieldDescriptor field : type.getFields()) {
            JsonNode value = node.get(field.getJsonName());
            if (value == null || field.isMapField()) {
                continue;
            }
            if (isUuid(field)) {
                ((ObjectNode) node).set(field.getJsonName(), rewriteId(value, id));
            } else if (field.getJavaType() == JavaType.MESSAGE && value.isContainerNode()) {
                rewriteMessages(value, field, id);
            }
        }
    }

    private static void rewriteMessages(
            JsonNode value, FieldDescriptor field, UnaryOperator<String> id) {
        if (field.isRepeated()) {
            value.forEach(item -> rewrite(item, field.getMessageType(), id));
        } else {
            rewrite(value, field.getMessageType(), id);
        }
    }

    private static JsonNode rewriteId(JsonNode value, UnaryOperator<String> id) {
        if (value instanceof ArrayNode array) {
            ArrayNode out = MAPPER.createArrayNode();
            array.forEach(item -> out.add(id.apply(item.asText())));
            return out;
        }
        return TextNode.valueOf(id.apply(value.asText()));
    }

    private static boolean isUuid(FieldDescriptor field) {
        String name = field.getName();
        return field.getType() == Type.BYTES
                && (name.equals("id") || name.endsWith("_id") || name.endsWith("_ids"));
    }

    private static String base64ToUuid(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        return bytes.length == 16 ? Uuids.fromBytes(ByteString.copyFrom(bytes)).toString() : base64;
    }

    private static String uuidToBase64(String uuid) {
        return Base64.getEncoder()
                .encodeToString(Uuids.toBytes(UUID.fromString(uuid)).toByteArray());
    }
}
