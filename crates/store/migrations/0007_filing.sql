-- What hangs from a node, found by the node. The rest of the key does not come before it: where nothing is known yet of
-- how many rows there are, PostgreSQL takes an index that starts like the key to be as good as the key, and looks
-- through a whole version for each row that refers to one of it.
DROP INDEX plan_node_by_parent;
CREATE INDEX plan_node_by_parent ON plan_node (area, parent, plan, version, id);
DROP INDEX plan_indicator_by_node;
CREATE INDEX plan_indicator_by_node ON plan_indicator (area, node, plan, version, id);
DROP INDEX plan_phase_by_node;
CREATE INDEX plan_phase_by_node ON plan_phase (area, node, plan, version, id);
DROP INDEX plan_budget_line_by_node;
CREATE INDEX plan_budget_line_by_node ON plan_budget_line (area, node, plan, version, id);
DROP INDEX plan_effort_by_node;
CREATE INDEX plan_effort_by_node ON plan_effort (area, node, plan, version, id);
DROP INDEX plan_allocation_by_node;
CREATE INDEX plan_allocation_by_node ON plan_allocation (area, node, plan, version, id);
DROP INDEX plan_resource_by_node;
CREATE INDEX plan_resource_by_node ON plan_resource (area, node, plan, version, id);
DROP INDEX plan_timetable_by_node;
CREATE INDEX plan_timetable_by_node ON plan_timetable (area, node, plan, version, id);
DROP INDEX plan_total_by_node;
CREATE INDEX plan_total_by_node ON plan_total (area, node, plan, version, id);
DROP INDEX plan_amount_by_node;
CREATE INDEX plan_amount_by_node ON plan_amount (area, node, plan, version, id);
DROP INDEX plan_table_by_node;
CREATE INDEX plan_table_by_node ON plan_table (area, node, plan, version, id);
DROP INDEX plan_note_by_node;
CREATE INDEX plan_note_by_node ON plan_note (area, node, plan, version, id);

-- What is compressed already, as files of offices mostly are, PostgreSQL need not try to compress again.
ALTER TABLE document ALTER COLUMN content SET STORAGE EXTERNAL;
ALTER TABLE reading_chunk ALTER COLUMN content SET STORAGE EXTERNAL;
