namespace Knast.Native.Tests.FreeBsd.Answers;

/// <summary>A test of the facade suite whose answers are too many to be kept; it needs a real kernel or the simulation.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NotRecordedAttribute : Attribute;
