package org.homeward.followup.sharing;

import org.homeward.followup.share.Share;
import org.homeward.followup.team.CareTeam;

/// A share, and who may see the patient with it.
///
/// @param created false if it was there before
public record Shared(Share share, CareTeam careTeam, boolean created) {}
