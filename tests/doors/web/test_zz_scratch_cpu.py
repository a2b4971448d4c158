import time, cProfile, pstats, io
from tests.doors.web.test_manifest_pages import Office
from wastetrack.kernel.actor import SYSTEM
from wastetrack.manifests.terms import State
def cpu(): return time.process_time()
def test_cpu(postgres_db, settings, clock):
    db = postgres_db
    from wastetrack.app import create_app
    app = create_app(settings, clock=clock, database=db)
    app.config.update(WTF_CSRF_ENABLED=False)
    office = Office(db, app, State.CONFIRMED)
    ids=[]
    with db.transaction(SYSTEM) as work:
        office.cast.work = work
        from wastetrack.agreements.model import PlanLine
        from sqlmodel import select
        for _ in range(60): ids.append(office.cast.drafted().id)
    with db.transaction(SYSTEM) as work:
        for p in work.session.exec(select(PlanLine)).all(): p.planned_g = 10**12
    c = office.as_(office.producer)
    def loop():
        t=cpu(); s=0
        for i in range(1_000_000): s+=i
        return (cpu()-t)*1000
    for path in ("/healthz", f"/manifests/{office.id}", "/manifests", "/unit", "/contracts"):
        for _ in range(5): assert c.get(path).status_code==200
        t=cpu()
        for _ in range(40): c.get(path)
        print(path, round((cpu()-t)*1000/40,1), "ms; loop", round(loop()))
        pr=cProfile.Profile(time.process_time); pr.enable()
        for _ in range(10): c.get(path)
        pr.disable()
        s=io.StringIO(); st=pstats.Stats(pr,stream=s).sort_stats("cumulative"); st.print_stats(30)
        txt=s.getvalue(); print(txt.splitlines()[0])
        if path.startswith("/manifests"):
            print(txt[:6000])
    for i in ids[:15]: assert c.post(f"/manifests/{i}/file", data={"nonce": str(i)}).status_code==303
    t=cpu()
    for i in ids[15:45]: c.post(f"/manifests/{i}/file", data={"nonce": str(i)})
    print("file", (cpu()-t)*1000/30)
    pr=cProfile.Profile(time.process_time); pr.enable()
    for i in ids[45:55]: c.post(f"/manifests/{i}/file", data={"nonce": str(i)})
    pr.disable()
    s=io.StringIO(); pstats.Stats(pr,stream=s).sort_stats("cumulative").print_stats(75); print(s.getvalue()[:9500])
