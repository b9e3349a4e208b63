{{/* What does not differ between releases: names and ports of the four services. */}}
{{- define "homeward.facts" -}}
ingest: {name: ingest-service, port: 8081, mqttPort: 1883, mqttTlsPort: 8883, callers: [gateway]}
alert: {name: alert-service, port: 8082, callers: [gateway]}
followup: {name: followup-service, port: 8083, callers: [gateway]}
gateway: {name: gateway, port: 8080, callers: []}
{{- end }}

{{- define "homeward.selector" -}}
app.kubernetes.io/name: {{ .fact.name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end }}

{{/* Labels may change between versions, the selector above never may. */}}
{{- define "homeward.labels" -}}
{{ include "homeward.selector" . }}
app.kubernetes.io/part-of: homeward
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ .root.Chart.Name }}-{{ .root.Chart.Version }}
{{- end }}

{{- define "homeward.fullname" -}}
{{ printf "%s-%s" .root.Release.Name .fact.name | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- define "homeward.secretEnv" -}}
- name: {{ .env }}
  valueFrom:
    secretKeyRef:
      name: {{ .secret }}
      key: {{ .key }}
{{- end }}

{{/* The settings every service reads, then each one's own. */}}
{{- define "homeward.env" -}}
{{- $v := .root.Values -}}
- name: QUARKUS_HTTP_HOST
  value: 0.0.0.0
- name: QUARKUS_HTTP_PORT
  value: {{ .fact.port | quote }}
- name: HOMEWARD_INSTANCE
  valueFrom:
    fieldRef:
      fieldPath: metadata.name
- name: KAFKA_BOOTSTRAP_SERVERS
  value: {{ $v.kafka.bootstrapServers | quote }}
- name: HOMEWARD_DB_ADDRESS
  value: {{ $v.database.address | quote }}
- name: HOMEWARD_DB_NAME
  value: {{ $v.database.name | quote }}
- name: HOMEWARD_DB_USER
  value: {{ .key }}
{{ include "homeward.secretEnv" (dict "env" "HOMEWARD_DB_PASSWORD" "secret" .service.secrets.database "key" "password") }}
- name: HOMEWARD_OIDC_ISSUER
  value: {{ $v.oidc.issuer | quote }}
{{- if $v.kafka.tls.enabled }}
{{ include "homeward.kafkaTls" . }}
{{- end }}
{{- if eq .key "ingest" }}
- name: HOMEWARD_INGEST_MQTT_HOST
  value: 0.0.0.0
- name: HOMEWARD_INGEST_MQTT_PORT
  value: {{ .fact.mqttPort | quote }}
{{- if .service.mqtt.tls.enabled }}
- name: HOMEWARD_INGEST_MQTT_TLS_PORT
  value: {{ .fact.mqttTlsPort | quote }}
- name: HOMEWARD_INGEST_MQTT_TLS_KEY_FILE
  value: /etc/homeward/mqtt-tls/tls.key
- name: HOMEWARD_INGEST_MQTT_TLS_CERTIFICATE_FILE
  value: /etc/homeward/mqtt-tls/tls.crt
{{- end }}
- name: HOMEWARD_INGEST_GATEWAY_URL
  value: https://{{ $v.ingress.people.host }}
- name: HOMEWARD_INGEST_CLAIM_KEY_FILE
  value: /etc/homeward/claim-key/claim.key
{{- /* What is counted by network address is counted for the sender's, not for the ingress's. */}}
{{- with $v.ingress.trustedProxies }}
- name: HOMEWARD_INGEST_TRUSTED_PROXIES
  value: {{ join "," . | quote }}
{{- end }}
{{- end }}
{{- if eq .key "alert" }}
- name: HOMEWARD_ALERT_STANDBY_REPLICAS
  value: {{ ternary "1" "0" (gt (int .service.replicas) 1) | quote }}
{{- end }}
{{- if eq .key "followup" }}
- name: HOMEWARD_FOLLOWUP_MASTER_KEY_FILE
  value: /etc/homeward/master-key/master.key
{{- end }}
{{- if eq .key "gateway" }}
{{- $facts := include "homeward.facts" . | fromYaml }}
{{- range $other := list "ingest" "alert" "followup" }}
{{- $fact := get $facts $other }}
- name: HOMEWARD_GATEWAY_{{ upper $other }}_URL
  value: http://{{ include "homeward.fullname" (dict "root" $.root "fact" $fact) }}:{{ $fact.port }}
{{- end }}
{{- /* The ingress ends TLS: addresses and cookies follow what the caller sees. */}}
{{- range list "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING" "QUARKUS_HTTP_PROXY_ALLOW_X_FORWARDED" "QUARKUS_HTTP_PROXY_ENABLE_FORWARDED_HOST" "QUARKUS_OIDC_AUTHENTICATION_COOKIE_FORCE_SECURE" "QUARKUS_OIDC_AUTHENTICATION_FORCE_REDIRECT_HTTPS_SCHEME" }}
- name: {{ . }}
  value: "true"
{{- end }}
{{- range $secret := list "web" "service" "session" }}
{{ include "homeward.secretEnv" (dict "env" (printf "HOMEWARD_GATEWAY_%s_SECRET" (upper $secret)) "secret" $.service.secrets.oidc "key" (printf "%s-secret" $secret)) }}
{{- end }}
{{- end }}
{{- end }}

{{- define "homeward.kafkaTls" -}}
- name: KAFKA_SECURITY_PROTOCOL
  value: SSL
- name: KAFKA_SSL_KEYSTORE_TYPE
  value: PEM
- name: KAFKA_SSL_TRUSTSTORE_TYPE
  value: PEM
{{ include "homeward.secretEnv" (dict "env" "KAFKA_SSL_KEYSTORE_KEY" "secret" .service.secrets.kafkaUser "key" "user.key") }}
{{ include "homeward.secretEnv" (dict "env" "KAFKA_SSL_KEYSTORE_CERTIFICATE_CHAIN" "secret" .service.secrets.kafkaUser "key" "user.crt") }}
{{ include "homeward.secretEnv" (dict "env" "KAFKA_SSL_TRUSTSTORE_CERTIFICATES" "secret" .root.Values.kafka.tls.caSecret "key" "ca.crt") }}
{{- end }}
