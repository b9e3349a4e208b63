package org.homeward.gateway.fhir.resource;

import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Device.DeviceNameType;
import org.hl7.fhir.r4.model.Device.FHIRDeviceStatus;
import org.homeward.gateway.device.DeviceView;

/// A device and whom it measures now.
public final class FhirDevice {
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
        patient.ifPresent(id -> device.setPatient(Words.to("Patient", id)));
        return device;
    }
}
