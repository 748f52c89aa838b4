-- Take the rows of whole stories out: they are put back as they are now.

delete from stories
where story_id in (select unnest($story_ids::varchar []))
