package org.homeward.gateway.fhir.resource;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Device.DeviceNameType;
import org.hl7.fhir.r4.model.Device.DeviceUdiCarrierComponent;
import org.hl7.fhir.r4.model.Device.FHIRDeviceStatus;
import org.homeward.events.CodeTable;
import org.homeward.gateway.device.DeviceView;
import org.homeward.gateway.device.UdiView;

/// A device and whom it measures now.
public final class FhirDevice {
    /// IEEE 11073-10101 MDC_ID_PROD_SPEC_FW: firmware revision.
    private static final String FIRMWARE = "531976";

    private static final Map<String, String> ISSUERS =
            Map.of(
                    "GS1", "http://hl7.org/fhir/NamingSystem/gs1-di",
                    "HIBCC", "http://hl7.org/fhir/NamingSystem/hibcc-dI",
                    "ICCBBA", "http://hl7.org/fhir/NamingSystem/iccbba-other-di");

    private FhirDevice() {}

    /// The device as one who may see this patient sees it.
    ///
    /// @param patient whom it is assigned to, where the caller may know
    public static Device of(DeviceView view, Optional<UUID> patient) {
        Device device = new Device();
        device.setId(view.id().toString());
        device.setStatus(
                view.status().equals("active")
                        ? FHIRDeviceStatus.ACTIVE
                        : FHIRDeviceStatus.INACTIVE);
        device.setManufacturer(view.manufacturer());
        device.setModelNumber(view.model());
        device.setSerialNumber(view.serial());
        if (view.label() != null) {
            device.addDeviceName().setName(view.label()).setType(DeviceNameType.USERFRIENDLYNAME);
        }
        if (view.kind() != null) {
            device.setType(new CodeableConcept().setText(view.kind()));
        }
        if (view.firmware() != null) {
            device.addVersion()
                    .setType(new CodeableConcept(new Coding(CodeTable.MDC, FIRMWARE, null)))
                    .setValue(view.firmware());
        }
        if (view.udi() != null) {
            label(device, view.udi());
        }
        patient.ifPresent(id -> device.setPatient(Words.to("Patient", id)));
        return device;
    }

    private static void label(Device device, UdiView udi) {
        DeviceUdiCarrierComponent carrier = device.addUdiCarrier().setCarrierHRF(udi.carrier());
        carrier.setDeviceIdentifier(udi.di());
        if (udi.issuer() != null) {
            carrier.setIssuer(ISSUERS.get(udi.issuer()));
        }
        device.setLotNumber(udi.lot());
        if (udi.made() != null) {
            device.setManufactureDateElement(new DateTimeType(udi.made().toString()));
        }
        if (udi.expires() != null) {
            device.setExpirationDateElement(new DateTimeType(udi.expires().toString()));
        }
    }
}
