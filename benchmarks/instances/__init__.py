"""
Public instances as ordinary scenarios, and how near ours comes to the known values.

Nobody here wrote the instances, and their files are not part of the project. A reader
turns one into a scenario with the entities that planners use, the ordinary
``matcher solve`` plans it, and a checker that knows nothing of scenarios recomputes
the instance's own objective from the assignments.
"""
