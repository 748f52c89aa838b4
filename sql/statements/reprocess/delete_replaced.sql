-- Delete every row of the versions of articles that are about to be replaced.

delete from articles where (article_id, version) in (select (article_id, version) from replaced);
delete from failures where (article_id, version) in (select (article_id, version) from replaced);
delete from blocks where (article_id, version) in (select (article_id, version) from replaced);
delete from links where (article_id, version) in (select (article_id, version) from replaced);
delete from entities where (article_id, version) in (select (article_id, version) from replaced);
delete from mentions where (article_id, version) in (select (article_id, version) from replaced);
delete from quotes where (article_id, version) in (select (article_id, version) from replaced);
delete from figures where (article_id, version) in (select (article_id, version) from replaced);
delete from times where (article_id, version) in (select (article_id, version) from replaced);
delete from places where (article_id, version) in (select (article_id, version) from replaced);
delete from events where (article_id, version) in (select (article_id, version) from replaced);
