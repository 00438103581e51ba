namespace Monitoring.Web.Initiatives;

/// <summary>How far an initiative is.</summary>
public enum Stage { Idea, Preparation, Pilot, Implementation, Completed, Suspended, Discontinued }

/// <summary>How the country judges its way ahead.</summary>
public enum Outlook { NotAssessed, OnTrack, Delayed, Blocked }

/// <summary>A list section of the fact sheet, in the report's order.</summary>
public enum Section
{
    TargetCause, TargetGroup, TargetCriterion, Objective, Phase, Component, JourneyStep, RelatedProduct, EnablingElement, Challenge,
    ImprovementNeed, BudgetFact,
}

/// <summary>An institution's part in an initiative.</summary>
public enum InstitutionPart { InCharge, Partner, OtherActor }

/// <summary>How a result is tied to the institution that reports it: by the source's bracketed tag, in its text, implied, not at all, or reported here.</summary>
public enum Attribution { Bracketed, InText, Implied, None, Reported }

/// <summary>The seven displacement actions of Mexico's programme, under which its results and commitments are grouped.</summary>
public enum ActionTheme { Information, Normative, SpecialMeasures, Risk, Participation, Diagnosis, Training }
