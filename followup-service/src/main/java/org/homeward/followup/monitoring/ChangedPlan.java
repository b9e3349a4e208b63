package org.homeward.followup.monitoring;

import org.homeward.followup.plan.CarePlan;
import org.homeward.followup.team.CareTeam;

/// The plan in force, and who may see the patient: a change may begin or end the monitoring.
public record ChangedPlan(CarePlan plan, CareTeam careTeam) {}
