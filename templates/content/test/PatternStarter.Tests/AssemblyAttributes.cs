// The CDK's .NET client has no lock: one test at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
