-- Take out the stories of the versions that the table `replaced` holds: their articles are placed anew.

delete from stories
where story_id in (select stories.story_id from stories join replaced using (article_id, version))
