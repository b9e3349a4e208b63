package org.homeward.followup.db.file;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "patient_identifier")
@SuppressWarnings("NullAway.Init")
class PatientIdentifierEntity {
    @Id
    @Column(name = "identifier_index")
    byte[] identifierIndex;

    @Column(name = "patient_id")
    UUID patientId;

    @Column(name = "value_index")
    byte[] valueIndex;
}
