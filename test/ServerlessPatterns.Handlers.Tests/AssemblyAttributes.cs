// Tests of memory and of races share the machine badly.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
