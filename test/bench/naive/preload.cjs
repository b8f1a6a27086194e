const { ipcRenderer } = require('electron')

const jobs = new Map()
ipcRenderer.on('job', (_event, job) => jobs.set(job.job_id, job))
